<?php
// A must-use plugin of the test site: notes what must not happen, and stands in for newer versions of WordPress.
add_action( 'wp_head', function () { echo '<script src="/__probe.js"></script>'; }, -1000 );
add_action( 'admin_head', function () { echo '<script src="/__probe.js"></script>'; }, -1000 );

// WordPress 6.5 and newer have this function and print the module at the end of the page.
if ( isset( $_GET['modules'] ) && ! function_exists( 'wp_enqueue_script_module' ) ) {
	function wp_enqueue_script_module( $id, $src = '', $needed = array(), $version = false ) {
		static $asked = array();
		if ( ! isset( $asked[ $id ] ) ) {
			$asked[ $id ] = true;
			add_action( 'wp_footer', function () use ( $id, $src ) {
				wp_print_script_tag( array( 'type' => 'module', 'src' => esc_url_raw( $src ), 'id' => "$id-js-module" ) );
			} );
		}
	}
}
